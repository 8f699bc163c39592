/** Of the tables of billing. */
export const schema = 'billing'
export const cents = 'bigint not null default 0'
/** A local date, `YYYY-MM-DD`: sorts as text, and no driver converts it to an instant in some time zone. */
export const maybeDay = (column: string): string => `text check (length(${column}) = 10)`
export const dayOf = (column: string): string => `${maybeDay(column)} not null`
