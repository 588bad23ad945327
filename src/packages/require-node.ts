// The first import of a package's entry: stops with one clear error where the rest of the package would fail at some feature.
import { nodeProblem } from '../manifest/index.ts';

const problem = nodeProblem();
if (problem !== undefined) throw new Error(problem);
