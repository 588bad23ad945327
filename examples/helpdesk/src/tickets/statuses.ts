/** The values that the `PATTERN` of the column `status` allows. */
export const statuses = ['open', 'waiting', 'solved'];
