import './config/runtime.js';
import { recordDemonstration } from './cli/demonstration.js';
import { serve } from './serve.js';

await serve(process.argv.includes('--demonstration') ? { demonstration: recordDemonstration } : {});
