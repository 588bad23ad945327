import { describeHonest } from './mutants/harmless/describe-honest.ts';
import { harmlessGroups } from './mutants/harmless/index.ts';

describeHonest(harmlessGroups.framing);
