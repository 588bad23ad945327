/**
 * Characters that are invisible, or that move the text around them: control and format characters (bidirectional overrides, zero-width
 * joiners), unusual spaces, line separators, lone surrogates, and noncharacters.
 */
export const invisibleCharacters = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?! )\p{Zs}/gu;

/**
 * What makes a CI server run a line of output as a command, up to the character before which an escape prevents that: `::error::` at
 * the start of a line (GitHub), and `##[error]`, `##vso[…]` and `##teamcity[…]` anywhere (GitHub, Azure, TeamCity).
 */
export const commandMarks = /^[ \t]*:(?=:)|#(?=#[a-z]{0,20}\[)/gim;
