import { type AddressInfo } from 'node:net';
import { readConfig } from '../../src/config/config.js';
import { createApp } from '../../src/create-app.js';

/** The server itself, told to say when it listens. */
const app = await createApp({ ...readConfig(), port: 0, host: '127.0.0.1', logLevel: 'silent' });
await app.listen(0, '127.0.0.1');
process.stdout.write(`listening http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}\n`);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
