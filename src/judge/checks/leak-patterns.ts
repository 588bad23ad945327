/** Patterns that match internal details, by the kind of detail. All of them take linear time. */
export const leakPatterns: Readonly<Record<string, readonly RegExp[]>> = {
  'a stack frame': [
    /\bat (?:async )?[\w$.<>[\] ]+ \(?(?:file:|node:|\/|[A-Za-z]:\\)[^\s)]+:\d+/,
    /File "[^"]+", line \d+/,
    // Java and Kotlin
    /\bat [\w$./]+\((?:[\w$]+\.(?:java|kt|scala|groovy):\d+|Native Method|Unknown Source)\)/,
    /^[ \t]{0,8}\.{3} \d+ (?:more|common frames omitted)$/m,
    /\bCaused by: [\w$.]+(?:Exception|Error)\b/,
    // .NET
    /\bat [\w.`<>+[\]]+\([^)]*\) in \S+:line \d+/,
    /--- End of (?:inner exception )?stack trace/,
    // Python, Go, Rust, PHP, Ruby
    /Traceback \(most recent call last\)/,
    /goroutine \d+ \[/,
    /\bthread '[^']*' (?:\(\d+\) )?panicked at\b/,
    /\bstack backtrace:|\bRUST_BACKTRACE\b/,
    /#\d+ (?:\/\S+|\{main\}|\[internal function\])/,
    /:\d+:in [`'][\w?!<># ]+'/,
  ],
  'a source location': [
    // The lookarounds exclude a URL's host and port, which look the same.
    /(?<![\w.:/\\-])(?!https?:)[\w./\\-]*\w\.(?:rb|py|php|jsx?|tsx?|[cm]js|java|kt|scala|go|rs|cs|vb|fs|exs?)(?::(?:line )?\d+|\(\d+\))/,
    // PHP
    /\bin \S+\.php on line \d+/,
  ],
  'a connection string': [
    /\b(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|sqlserver|jdbc:\w+):\/\/\S+/,
    /\bjdbc:(?:oracle|sqlserver|h2|mysql|postgresql):\S+/,
    /\b(?:Data Source|Server)=[^;]+;[^;]*\b(?:Initial Catalog|Database|User Id|Password)=/i,
  ],
  SQL: [
    // Upper-case keywords are enough to recognize SQL. Lower-case ones occur in prose, so they need punctuation or another clause.
    /\b(?:SELECT\b[^.]{1,200}\bFROM|INSERT\s+INTO|UPDATE\b[^.]{1,200}\bSET|DELETE\s+FROM|(?:DROP|CREATE|ALTER)\s+TABLE)\b/,
    /\b(?:select\s+[\w"`*.,\s]{1,200}\sfrom\s+\S+\s+(?:where|limit|order\s+by|(?:left\s+)?join)|insert\s+into\s+\S+\s*(?:\(|values)|update\s+\S+\s+set\s+\S+\s*=|delete\s+from\s+\S+\s+where)/,
  ],
  'a file path': [
    /(?:^|[\s"'(=:])(?:file:\/\/)?\/(?:app|bin|etc|home|lib|mnt|opt|private|root|srv|tmp|usr|var|Users|node_modules|src)\/[\w@.+/-]+/,
    /[A-Za-z]:\\[\w .\\-]+|node_modules\//,
  ],
  'a database error': [
    /\b(?:SQLITE_\w+|SQLSTATE|sqlite3?\.\w+|psycopg\d?|pg_(?:catalog|class|toast|temp|stat)\w*)/,
    /UNIQUE constraint failed|FOREIGN KEY constraint failed|NOT NULL constraint failed|CHECK constraint failed/,
    // PostgreSQL
    /violates (?:unique|foreign key|not-null|check|exclusion) constraint|\bPG::\w+|\bpq: /,
    /syntax error at or near "|invalid input syntax for (?:type )?\w+|value too long for type character|\bKey \([\w, ]+\)=\(/,
    /invalid byte sequence for encoding "|\bdeadlock detected\b|current transaction is aborted/,
    // MySQL and MariaDB
    /You have an error in your SQL syntax|Duplicate entry '.*' for key\b|a foreign key constraint fails|\bER_[A-Z]+(?:_[A-Z]+)+\b/,
    /(?:Data too long|Out of range value|Incorrect \w+ value: '.*') for column\b|Unknown column '.*' in '|Table '[\w$ ]+\.[\w$ ]+' doesn't exist/,
    /Deadlock found when trying to get lock|Lock wait timeout exceeded|\b[Mm]y[Ss][Qq][Ll]2::|\bpymysql\.|\bcom\.mysql\./,
    // SQL Server
    /Violation of (?:UNIQUE|PRIMARY) KEY constraint|Cannot insert duplicate key|statement conflicted with the (?:FOREIGN KEY|REFERENCE|CHECK) constraint/,
    /String or binary data would be truncated|Conversion failed when converting|Incorrect syntax near '|Unclosed quotation mark after the character string/,
    /Invalid object name '|\bdbo\.\w+|Cannot insert the value NULL into column|Arithmetic overflow error/,
    // Oracle
    /\b(?:ORA|PLS|TNS)-\d{5}\b|\boracle\.jdbc\b/,
    // MongoDB
    /\bE11000 duplicate key error\b|\bMongo\w*Error\b/,
  ],
  'a runtime error': [
    // Java and Kotlin
    /\bjavax?\.[a-z]+\.[\w.]+|\b(?:jakarta|kotlin)\.[a-z]+\.\w+|\bcom\.fasterxml\.jackson\b/,
    /\borg\.(?:postgresql|hibernate|springframework|apache)\b|could not execute (?:statement|query|batch)|Cannot deserialize (?:value|instance) of type/,
    /\b(?:NullPointer|IllegalArgument|IllegalState|ClassCast|NumberFormat|IndexOutOfBounds|DataIntegrityViolation|ConstraintViolation)Exception\b/,
    // .NET
    /\b(?:System|Microsoft|Newtonsoft)\.\w+(?:\.\w+)*Exception\b|Object reference not set to an instance of an object/,
    /\b(?:NullReference|InvalidOperation|InvalidCast|ArgumentNull|IndexOutOfRange|DbUpdate\w*|Sql)Exception\b|could not be converted to System\.\w+/,
    /An error occurred while saving the entity changes|Sequence contains no elements|BytePositionInLine/,
    // Go
    /runtime error: \w+|\bpanic: \w+|\bsql: no rows in result set|json: cannot unmarshal \w+ into Go\b|\bstrconv\.\w+: parsing/,
    /\bdial tcp \S+|\bcontext deadline exceeded\b/,
    // Ruby
    /undefined method [`']\S+' for\b|undefined local variable or method|\buninitialized constant [A-Z]|\b(?:NoMethod|ZeroDivision|Name)Error\b/,
    /\bActive(?:Record|Model|Support)::|\bAction(?:Controller|Dispatch)::|\bSequel::/,
    // Python
    /'\w+' object (?:has no attribute|is not (?:subscriptable|iterable|callable))|invalid literal for int\(\)|\blist index out of range\b/,
    /\b(?:Key|Attribute|Value|Index|Integrity|Operational|Programming|Data|Runtime|Recursion|Unicode\w*)Error: ?\S/,
    /\bsqlalchemy\.\w+|\bdjango\.\w+\.\w+|\bwerkzeug\.\w+|codec can't (?:decode|encode)|unsupported operand type\(s\)/,
    // Rust
    /called `(?:Option|Result)::\w+\(\)` on an? `|\bsqlx::|\bdiesel::|error returned from database: |index out of bounds: the len is/,
    // PHP
    /\bPHP (?:Fatal|Parse|Warning|Notice|Deprecated)\b|\bFatal error: |Undefined (?:array key|index|variable|offset|property)\b[: ]/,
    /Call to (?:a member function|undefined (?:method|function)|protected method|private method) |, called in \S+|\bPDOException\b/,
    /\b(?:Illuminate|Symfony|Doctrine|Laminas)\\\w+/,
    // JavaScript
    /\b(?:Type|Reference|Range|QueryFailed|Prisma\w*|Sequelize\w*)Error\b:?|Cannot read propert(?:y|ies) (?:of|')/,
    /\bE(?:CONNREFUSED|CONNRESET|TIMEDOUT|NOENT|NOTFOUND|PIPE|ACCES|ADDRINUSE|AI_AGAIN)\b/,
  ],
};
