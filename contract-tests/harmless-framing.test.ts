import { describeHarmless } from './mutants/harmless/describe-harmless.ts';
import { harmlessGroups } from './mutants/harmless/index.ts';

describeHarmless(harmlessGroups.framing);
