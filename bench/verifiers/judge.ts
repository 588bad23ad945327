import { isNormative } from '../../src/judge/index.ts';
import type { Target } from '../../src/plan/index.ts';
import type { Knowledge } from '../../src/traffic/index.ts';
import {
  bothKnown,
  knowledgeOfDefinition,
  knowledgeOfTarget,
  noKnowledge,
  TrafficJudge,
} from '../../src/traffic/index.ts';
import { demoDefinition } from '../../src/workspace/index.ts';
import type { Peer } from './peer.ts';
import { recorded } from './recorded.ts';

/** What a judge of recordings may know besides the traffic. */
const knowledge: Readonly<Record<string, (target: Target) => Knowledge>> = {
  'traffic alone': () => noKnowledge,
  'with a target file': knowledgeOfTarget,
  'with target file and definition': (target) =>
    bothKnown(knowledgeOfDefinition(demoDefinition), knowledgeOfTarget(target)),
};

/** This project's judge of recorded traffic. Notes do not count. */
export function trafficJudge(known: keyof typeof knowledge & string): Peer {
  return {
    name: `our judge, ${known}`,
    judge: async (target) => {
      const complaints: string[] = [];
      const judge = new TrafficJudge({ knowledge: knowledge[known]?.(target) ?? noKnowledge }, (settled) => {
        if ('skipped' in settled) return;
        const { operation, scenario, breaches } = settled.judged;
        for (const { check, basis } of breaches)
          if (isNormative(basis)) complaints.push([check, operation, scenario].join(' '));
      });
      for (const exchange of await recorded(target)) judge.judge(exchange);
      judge.end();
      return complaints;
    },
  };
}
