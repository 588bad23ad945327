// The second half of `npm run generate`. It creates a plan from the files that the first half wrote.
import { writeGenerated } from './generate/write-generated.ts';
import { interchangeFiles } from './interchange/interchange-files.ts';
import './report-output-errors.ts';

await writeGenerated(interchangeFiles());
