import { runDiff } from './diff/run-diff.ts';
import './report-output-errors.ts';

process.exitCode = await runDiff(process.argv.slice(2), console);
