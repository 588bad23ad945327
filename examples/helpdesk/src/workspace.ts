// The types of the workspace acme/helpdesk, written by `workspace-api types`. Do not edit.

/** A person who answers tickets. */
export type AgentRecord = {
  /** The generated id of the record. */
  readonly id: number;
  /** Text of at most 255 characters. Not blank. */
  readonly name: string;
  /** Text of at most 255 characters. An e-mail address. Unique. */
  readonly email: string;
};

/** The values of a new record of Agent. */
export type NewAgent = {
  /** Text of at most 255 characters. Not blank. */
  readonly name: string;
  /** Text of at most 255 characters. An e-mail address. Unique. */
  readonly email: string;
};

/** The changes of a record of Agent. A column that is left out keeps its value. */
export type AgentChanges = {
  /** Text of at most 255 characters. Not blank. */
  readonly name?: string | undefined;
  /** Text of at most 255 characters. An e-mail address. Unique. */
  readonly email?: string | undefined;
};

/** A request for help. */
export type TicketRecord = {
  /** The generated id of the record. */
  readonly id: number;
  /**
   * The number that people quote, such as HD-1001.
   *
   * Text of at most 255 characters. Matches `^HD-[0-9]{4}$`. Unique.
   *
   * @example "HD-1001"
   */
  readonly number: string;
  /**
   * What is wrong, in one line.
   *
   * Text of at most 80 characters. Not blank.
   */
  readonly title: string;
  /**
   * How far it is: open, waiting for an answer, or solved.
   *
   * Text of at most 255 characters. Matches `^(open|waiting|solved)$`.
   *
   * @example "open"
   */
  readonly status: string;
  /**
   * 1 is the most urgent.
   *
   * A whole number. At least 1. At most 5.
   */
  readonly priority: number;
  /**
   * The day by which it must be solved.
   *
   * A date, YYYY-MM-DD.
   */
  readonly due: string | null;
  /**
   * Who works on it.
   *
   * The id of a record of Agent.
   */
  readonly agent_id: number | null;
  /**
   * The ticket that reports the same problem.
   *
   * The id of a record of Ticket.
   */
  readonly duplicate_of_id: number | null;
};

/** The values of a new record of Ticket. */
export type NewTicket = {
  /**
   * The number that people quote, such as HD-1001.
   *
   * Text of at most 255 characters. Matches `^HD-[0-9]{4}$`. Unique.
   *
   * @example "HD-1001"
   */
  readonly number: string;
  /**
   * What is wrong, in one line.
   *
   * Text of at most 80 characters. Not blank.
   */
  readonly title: string;
  /**
   * How far it is: open, waiting for an answer, or solved.
   *
   * Text of at most 255 characters. Matches `^(open|waiting|solved)$`.
   *
   * @example "open"
   */
  readonly status: string;
  /**
   * 1 is the most urgent.
   *
   * A whole number. At least 1. At most 5.
   */
  readonly priority: number;
  /**
   * The day by which it must be solved.
   *
   * A date, YYYY-MM-DD.
   */
  readonly due?: string | null | undefined;
  /**
   * Who works on it.
   *
   * The id of a record of Agent.
   */
  readonly agent_id?: number | null | undefined;
  /**
   * The ticket that reports the same problem.
   *
   * The id of a record of Ticket.
   */
  readonly duplicate_of_id?: number | null | undefined;
};

/** The changes of a record of Ticket. A column that is left out keeps its value. */
export type TicketChanges = {
  /**
   * The number that people quote, such as HD-1001.
   *
   * Text of at most 255 characters. Matches `^HD-[0-9]{4}$`. Unique.
   *
   * @example "HD-1001"
   */
  readonly number?: string | undefined;
  /**
   * What is wrong, in one line.
   *
   * Text of at most 80 characters. Not blank.
   */
  readonly title?: string | undefined;
  /**
   * How far it is: open, waiting for an answer, or solved.
   *
   * Text of at most 255 characters. Matches `^(open|waiting|solved)$`.
   *
   * @example "open"
   */
  readonly status?: string | undefined;
  /**
   * 1 is the most urgent.
   *
   * A whole number. At least 1. At most 5.
   */
  readonly priority?: number | undefined;
  /**
   * The day by which it must be solved.
   *
   * A date, YYYY-MM-DD.
   */
  readonly due?: string | null | undefined;
  /**
   * Who works on it.
   *
   * The id of a record of Agent.
   */
  readonly agent_id?: number | null | undefined;
  /**
   * The ticket that reports the same problem.
   *
   * The id of a record of Ticket.
   */
  readonly duplicate_of_id?: number | null | undefined;
};

/** A message about a ticket. A ticket that has comments cannot be deleted. */
export type CommentRecord = {
  /** The generated id of the record. */
  readonly id: number;
  /** The id of a record of Ticket. */
  readonly ticket_id: number;
  /** Text of at most 255 characters. Not blank. */
  readonly author: string;
  /** Text of at most 2000 characters. Not blank. */
  readonly text: string;
};

/** The values of a new record of Comment. */
export type NewComment = {
  /** The id of a record of Ticket. */
  readonly ticket_id: number;
  /** Text of at most 255 characters. Not blank. */
  readonly author: string;
  /** Text of at most 2000 characters. Not blank. */
  readonly text: string;
};

/** The changes of a record of Comment. A column that is left out keeps its value. */
export type CommentChanges = {
  /** The id of a record of Ticket. */
  readonly ticket_id?: number | undefined;
  /** Text of at most 255 characters. Not blank. */
  readonly author?: string | undefined;
  /** Text of at most 2000 characters. Not blank. */
  readonly text?: string | undefined;
};

/** The entities of the workspace acme/helpdesk, for `createClient<Workspace>(…)`. */
export interface Workspace {
  /** A person who answers tickets. */
  readonly Agent: {
    readonly record: AgentRecord;
    readonly create: NewAgent;
    readonly update: AgentChanges;
    readonly relations: {
      readonly tickets: readonly 'Ticket'[];
    };
    readonly text: 'name' | 'email';
    readonly unique: 'email';
    readonly references: never;
    readonly referencedBy: 'agent_id';
  };
  /** A request for help. */
  readonly Ticket: {
    readonly record: TicketRecord;
    readonly create: NewTicket;
    readonly update: TicketChanges;
    readonly relations: {
      readonly agent: 'Agent' | null;
      readonly duplicate_of: 'Ticket' | null;
      readonly tickets: readonly 'Ticket'[];
      readonly comments: readonly 'Comment'[];
    };
    readonly text: 'number' | 'title' | 'status';
    readonly unique: 'number';
    readonly references: 'agent_id' | 'duplicate_of_id';
    readonly referencedBy: 'duplicate_of_id' | 'ticket_id';
  };
  /** A message about a ticket. A ticket that has comments cannot be deleted. */
  readonly Comment: {
    readonly record: CommentRecord;
    readonly create: NewComment;
    readonly update: CommentChanges;
    readonly relations: {
      readonly ticket: 'Ticket';
    };
    readonly text: 'author' | 'text';
    readonly unique: never;
    readonly references: 'ticket_id';
    readonly referencedBy: never;
  };
}
