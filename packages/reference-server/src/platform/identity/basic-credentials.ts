export interface BasicCredentials {
  readonly clientId: string
  readonly secret: string
}

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))

/** Neither part may have one (RFC 7617, section 2), and U+0000 cannot be looked up in a database. */
const hasControlCharacter = (text: string): boolean => /\p{Cc}/u.test(text)

/** HTTP Basic as OAuth defines it: both parts are form-encoded before they are joined (RFC 6749, section 2.3.1). */
export const basicCredentials = (authorization: string | undefined): BasicCredentials | null => {
  const encoded = /^basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return null
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 1) return null
  try {
    const [clientId, secret] = [decode(text.slice(0, colon)), decode(text.slice(colon + 1))]
    return hasControlCharacter(clientId) || hasControlCharacter(secret) ? null : { clientId, secret }
  } catch {
    return null
  }
}
