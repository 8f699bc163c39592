/** Which rows that are due a job reads: at most `limit`; only the one with this id if it is given. */
export interface DueRows {
  readonly limit: number
  readonly id?: string
}
