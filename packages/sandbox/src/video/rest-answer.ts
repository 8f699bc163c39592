/** The response of a route of the REST API. */
export interface Answer {
  status: number
  body: unknown
  headers?: Record<string, string>
}
export type Body = Record<string, unknown>
export type Handler = (
  parameters: Record<string, string | undefined>,
  body: Body,
  query: URLSearchParams,
) => Answer | Promise<Answer>

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const refuse = (status: number, error: string, info: string): Answer => ({ status, body: { error, info } })
export const invalid = (info: string): Answer => refuse(400, 'invalid-request-error', info)

/** Null when the value is not a list of strings. */
export const strings = (value: unknown): string[] | null =>
  value === undefined ? [] : Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null
