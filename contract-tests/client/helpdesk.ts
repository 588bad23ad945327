// The types of the workspace acme/helpdesk, written by `workspace-api types`. Do not edit.

/** Someone who answers tickets. */
export type AgentRecord = {
  /** The generated id of the record. */
  readonly id: number;
  /** Text of at most 255 characters. */
  readonly name: string;
  /** Text of at most 255 characters. An e-mail address. Unique. */
  readonly email: string;
};

/** The values of a new record of Agent. */
export type NewAgent = {
  /** Text of at most 255 characters. */
  readonly name: string;
  /** Text of at most 255 characters. An e-mail address. Unique. */
  readonly email: string;
};

/** The changes of a record of Agent. A column that is left out keeps its value. */
export type AgentChanges = {
  /** Text of at most 255 characters. */
  readonly name?: string | undefined;
  /** Text of at most 255 characters. An e-mail address. Unique. */
  readonly email?: string | undefined;
};

/** A request for help. */
export type TicketRecord = {
  /** The generated id of the record. */
  readonly id: number;
  /**
   * What it is about, in one line.
   *
   * Text of at most 255 characters.
   *
   * @example "The printer is on fire"
   */
  readonly title: string;
  /** A number with at most 2 decimal places. */
  readonly hours: number | null;
  /** True or false. */
  readonly urgent: boolean;
  /** A date, YYYY-MM-DD. */
  readonly due_on: string | null;
  /** The id of a record of Agent. */
  readonly agent_id: number | null;
  /** The id of a record of Agent. */
  readonly reporter: number;
  /** The id of a record of Ticket. */
  readonly parent_id: number | null;
};

/** The values of a new record of Ticket. */
export type NewTicket = {
  /**
   * What it is about, in one line.
   *
   * Text of at most 255 characters.
   *
   * @example "The printer is on fire"
   */
  readonly title: string;
  /** A number with at most 2 decimal places. */
  readonly hours?: number | null | undefined;
  /** True or false. */
  readonly urgent: boolean;
  /** A date, YYYY-MM-DD. */
  readonly due_on?: string | null | undefined;
  /** The id of a record of Agent. */
  readonly agent_id?: number | null | undefined;
  /** The id of a record of Agent. */
  readonly reporter: number;
  /** The id of a record of Ticket. */
  readonly parent_id?: number | null | undefined;
};

/** The changes of a record of Ticket. A column that is left out keeps its value. */
export type TicketChanges = {
  /**
   * What it is about, in one line.
   *
   * Text of at most 255 characters.
   *
   * @example "The printer is on fire"
   */
  readonly title?: string | undefined;
  /** A number with at most 2 decimal places. */
  readonly hours?: number | null | undefined;
  /** True or false. */
  readonly urgent?: boolean | undefined;
  /** A date, YYYY-MM-DD. */
  readonly due_on?: string | null | undefined;
  /** The id of a record of Agent. */
  readonly agent_id?: number | null | undefined;
  /** The id of a record of Agent. */
  readonly reporter?: number | undefined;
  /** The id of a record of Ticket. */
  readonly parent_id?: number | null | undefined;
};

/** A record of Tag, as the API returns it. */
export type TagRecord = {
  /** The generated id of the record. */
  readonly id: number;
  /** Text of at most 255 characters. */
  readonly label: string;
};

/** The values of a new record of Tag. */
export type NewTag = {
  /** Text of at most 255 characters. */
  readonly label: string;
};

/** The changes of a record of Tag. A column that is left out keeps its value. */
export type TagChanges = {
  /** Text of at most 255 characters. */
  readonly label?: string | undefined;
};

/** The entities of the workspace acme/helpdesk, for `createClient<Workspace>(…)`. */
export interface Workspace {
  /** Someone who answers tickets. */
  readonly Agent: {
    readonly record: AgentRecord;
    readonly create: NewAgent;
    readonly update: AgentChanges;
    readonly relations: {
      readonly tickets_by_agent: readonly 'Ticket'[];
      readonly tickets_by_reporter: readonly 'Ticket'[];
    };
    readonly text: 'name' | 'email';
    readonly unique: 'email';
    readonly references: never;
    readonly referencedBy: 'agent_id' | 'reporter';
  };
  /** A request for help. */
  readonly Ticket: {
    readonly record: TicketRecord;
    readonly create: NewTicket;
    readonly update: TicketChanges;
    readonly relations: {
      readonly agent: 'Agent' | null;
      readonly reporter: 'Agent';
      readonly parent: 'Ticket' | null;
      readonly tickets: readonly 'Ticket'[];
    };
    readonly text: 'title';
    readonly unique: never;
    readonly references: 'agent_id' | 'reporter' | 'parent_id';
    readonly referencedBy: 'parent_id';
  };
  readonly Tag: {
    readonly record: TagRecord;
    readonly create: NewTag;
    readonly update: TagChanges;
    readonly relations: object;
    readonly text: 'label';
    readonly unique: never;
    readonly references: never;
    readonly referencedBy: never;
  };
}
