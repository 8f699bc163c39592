const utf8 = new TextDecoder('utf-8', { fatal: true })
const latin1 = new TextDecoder('latin1')

/** A message for people: UTF-8, or Latin-1 if it is none, with a segment on each line. */
export const textOfMessage = (bytes: Uint8Array): string => {
  const text = decode(bytes)
  return text.replaceAll(/\r\n?/g, '\n').trimEnd()
}

const decode = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    return latin1.decode(bytes)
  }
}
