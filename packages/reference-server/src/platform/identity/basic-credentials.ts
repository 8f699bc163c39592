export interface BasicCredentials {
  readonly clientId: string
  readonly secret: string
}

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))

/** HTTP Basic as OAuth defines it: both parts are form-encoded before they are joined (RFC 6749, section 2.3.1). */
export const basicCredentials = (authorization: string | undefined): BasicCredentials | null => {
  const encoded = /^basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return null
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 1) return null
  try {
    return { clientId: decode(text.slice(0, colon)), secret: decode(text.slice(colon + 1)) }
  } catch {
    return null
  }
}
