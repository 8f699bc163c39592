import type { IncomingMessage } from 'node:http'

const most = 4_096

/** Reads a small form, as a browser posts it. A larger one is truncated, and the missing fields are requested again. */
export const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > most) break
  }
  return new URLSearchParams(text.slice(0, most))
}
