import { describe, expect, it } from '@jest/globals';

import { misspelledVariables } from '../arguments/misspelled-variables.ts';
import type { Option } from '../arguments/option-table.ts';
import { derivedVariable, variableOf } from '../arguments/option-table.ts';
import { readOptions } from '../arguments/read-options.ts';
import type { Command, CommandGroup } from '../command.ts';
import { admin } from './admin/admin.ts';
import { mock } from './mock/mock.ts';
import { readMockOptions } from './mock/mock-options.ts';
import { serve } from './serve/serve.ts';
import { readServeOptions } from './serve/serve-options.ts';
import { verify } from './verify/verify.ts';
import { readVerifyOptions } from './verify/verify-options.ts';

const commands = commandsIn('', {
  mock,
  serve,
  admin,
  verify: verify(() => Promise.reject(new Error('This test starts no server'))),
});

/** Every option of the commands that run in containers. */
const options = commands.flatMap(([command, { options: table }]) =>
  Object.entries(table).map(([name, option]) => ({ command, table, name, option, variable: variableOf(name, option) })),
);
const settable = options.flatMap(({ variable, ...option }) =>
  variable === undefined ? [] : [{ ...option, variable }],
);

function commandsIn(path: string, group: CommandGroup['commands']): readonly (readonly [string, Command])[] {
  return Object.entries(group).flatMap(([name, each]) =>
    'commands' in each ? commandsIn(`${path}${name} `, each.commands) : [[`${path}${name}`, each] as const],
  );
}

/** Returns a text for the variable of an option, and the value that the option then has. */
function sampleOf({ type, multiple }: Option): readonly [string, unknown] {
  if (type === 'boolean') return ['1', true];
  return multiple === true ? ['one, two\r\n\n three \n', ['one, two', 'three']] : [' a, b ', ' a, b '];
}

describe('the variables of all options', () => {
  it('exist, except for options that make no sense in a container', () => {
    const without = options.filter(({ variable }) => variable === undefined);
    const listed = [...new Set(without.map(({ command, name }) => `${command.replace(/ .*/, '')} --${name}`))];
    expect(listed.toSorted()).toEqual([
      'admin --expires',
      'admin --json',
      'admin --name',
      'admin --permission',
      'admin --workspace',
      'mock --open',
      'mock --watch',
      'serve --dev',
    ]);
  });

  it('are conventional or derived from the name, and mean the same option in every command', () => {
    const names = new Map(settable.map(({ variable, name }) => [variable, name]));
    const others = settable.filter(({ variable, name }) => names.get(variable) !== name);
    expect(others).toEqual([]);
    const own = [...names].filter(
      ([variable, name]) => variable !== `WORKSPACE_API_${name}`.toUpperCase().replace(/-/g, '_'),
    );
    expect(own.map(([variable]) => variable).toSorted()).toEqual([
      'HOST',
      'LOG_LEVEL',
      'PORT',
      'WORKSPACE_API_METRICS',
      'WORKSPACE_API_METRICS_ADDRESS',
    ]);
  });

  it('differ from those that Kubernetes sets for a service called workspace-api', () => {
    expect(settable.filter(({ variable }) => /^WORKSPACE_API_(.*_)?(PORT|HOST)(_|$)/.test(variable))).toEqual([]);
  });

  it('cause no warning in any other command', () => {
    const environment = Object.fromEntries(settable.map(({ variable }) => [variable, 'x']));
    expect(commands.flatMap(([, command]) => misspelledVariables(command.options, environment))).toEqual([]);
  });
});

describe.each(settable)('$variable of $command', ({ command, table, name, option, variable }) => {
  const read = (words: readonly string[], text: string): unknown =>
    new Map<string, unknown>(Object.entries(readOptions(words, table, { [variable]: text }).options)).get(name);
  const [text, value] = sampleOf(option);

  it('sets the option, which wins over it on the command line, and is ignored if it is empty', () => {
    const [words, given] = option.type === 'boolean' ? [[`--${name}`], true] : [[`--${name}=given`], 'given'];
    expect(read([], text)).toEqual(value);
    expect(read(words, option.type === 'boolean' ? 'false' : text)).toEqual(option.multiple === true ? [given] : given);
    expect(read(words, option.type === 'boolean' ? 'unreadable' : text)).toEqual(
      option.multiple === true ? [given] : given,
    );
    expect(read([], '')).toEqual(option.default);
  });

  it('is named in the help, beside the option', () => {
    const help = commands.find(([title]) => title === command)?.[1].help ?? '';
    const [, ...rows] = help.split(/^ {2}(?=(?:-\w, )?--)/m);
    const row = rows.find((each) => new RegExp(`^(-\\w, )?--${name}\\b(?!-)`).test(each));
    expect(row).toContain(`[env: ${variable}]`);
    expect(help.match(new RegExp(`\\[env: ${variable}\\]`, 'g'))).toHaveLength(1);
  });
});

describe.each(settable.filter(({ option }) => option.type === 'boolean'))(
  '$variable of $command',
  ({ table, name, variable }) => {
    it.each([
      ['true', true],
      ['TRUE', true],
      ['1', true],
      ['false', false],
      ['0', false],
    ])('can be %s', (text, value) => {
      expect(readOptions([], table, { [variable]: text }).options).toMatchObject({ [name]: value });
    });

    it.each(['yes', 'TRUTH', ' ', '--x'])('cannot be %j', (text) => {
      expect(() => readOptions([], table, { [variable]: text })).toThrow(
        `${variable} takes true, false, 1 or 0, not "${text}"`,
      );
    });
  },
);

it('an option without a variable is set by no variable', () => {
  for (const { command, table, name } of options.filter(({ variable }) => variable === undefined)) {
    const optionsIn = (environment: NodeJS.ProcessEnv): object => readOptions([], table, environment).options;
    expect({ command, ...optionsIn({ [derivedVariable(name)]: '1' }) }).toEqual({ command, ...optionsIn({}) });
  }
});

/** The commands whose options are checked before anything happens. */
const readers: Readonly<Record<string, (words: readonly string[], environment: NodeJS.ProcessEnv) => unknown>> = {
  mock: async (words, environment) => readMockOptions(words, environment),
  serve: readServeOptions,
  verify: readVerifyOptions,
};

const SECRET = 's3cret';

/** Values that many options refuse. */
const bad = [SECRET, `https://user:${SECRET}@host/x?${SECRET}`, `postgres://user:${SECRET}@host/x`, '-1', '{'];

describe.each(settable.filter(({ command, option }) => command in readers && option.type === 'string'))(
  'a bad value in $variable of $command',
  ({ command, name, option, variable }) => {
    it.each(bad)('is refused as on the command line, with the name of the variable: %s', async (text) => {
      const messageOf = async (words: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> => {
        try {
          await readers[command]?.(words, environment);
          return '';
        } catch (error) {
          return String(error);
        }
      };
      const message = await messageOf([], { [variable]: text });
      // Not `--workspaces`, if the option is `--workspace`.
      const onCommandLine = new RegExp(`--${name}(?![a-z-])`, 'g');
      expect(message).toBe((await messageOf([`--${name}=${text}`], {})).replaceAll(onCommandLine, variable));
      if (text.includes('://') && option.value !== 'FILE') expect(message).not.toContain(SECRET);
    });
  },
);
