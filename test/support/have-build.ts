import { execFileSync } from 'node:child_process';
import { builtProgram, ROOT } from './built.js';

/** `npm run built`: builds the program where that has not been done since its sources were last changed. */
try {
  builtProgram();
} catch {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: 'inherit' });
}
