import { describeHarmless } from './mutants/harmless/describe-harmless.ts';
import { harmlessGroups } from './mutants/harmless/index.ts';

// Every sender sends the same requests.
describeHarmless(harmlessGroups.behaviour, ['http']);
