import type { Access } from '@visitkit/sdk'

/**
 * Rows as a CSV file (RFC 4180) that a spreadsheet shows unchanged: with a byte order mark for UTF-8, and an apostrophe before text that it
 * would parse as a formula.
 */
export const accessFile = (columns: readonly string[], rows: readonly (readonly string[])[]): Blob => {
  const cell = (value: string): string =>
    `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
  const text = [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
  return new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv;charset=utf-8' })
}

/** Reads all pages of a list; stops when the signal aborts. */
export const allAccesses = async (pages: AsyncIterable<Access>, signal: AbortSignal): Promise<Access[]> => {
  const all: Access[] = []
  for await (const access of pages) {
    signal.throwIfAborted()
    all.push(access)
  }
  return all
}
