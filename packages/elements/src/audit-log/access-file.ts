import type { Access } from '@visitkit/sdk'

/**
 * Rows as a CSV file (RFC 4180) that a spreadsheet shows as they are: a byte order mark for its letters, and an apostrophe before
 * what it would otherwise take for a formula.
 */
export const accessFile = (columns: readonly string[], rows: readonly (readonly string[])[]): Blob => {
  const cell = (value: string): string =>
    `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
  const text = [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
  return new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv;charset=utf-8' })
}

/** Every page of a list; stops when the signal says so. */
export const allAccesses = async (pages: AsyncIterable<Access>, signal: AbortSignal): Promise<Access[]> => {
  const all: Access[] = []
  for await (const access of pages) {
    signal.throwIfAborted()
    all.push(access)
  }
  return all
}
