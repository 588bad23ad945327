// The second half of `npm run generate`: it plans by what the first half wrote.
import { writeGenerated } from './generate/write-generated.ts';
import { interchangeFiles } from './interchange/interchange-files.ts';

await writeGenerated(interchangeFiles());
