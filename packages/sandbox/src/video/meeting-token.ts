import { createHmac, timingSafeEqual } from 'node:crypto'

/** A meeting token's properties, with the names of Daily's REST API. */
export interface TokenProperties {
  room_name?: string
  nbf?: number
  exp?: number
  is_owner?: boolean
  user_id?: string
  user_name?: string
  enable_screenshare?: boolean
  start_video_off?: boolean
  start_audio_off?: boolean
  enable_recording?: string
  eject_at_token_exp?: boolean
  eject_after_elapsed?: number
}

/** Names inside the JWT (Daily: "Self-signing meeting tokens", token property abbreviations). */
const abbreviations = {
  room_name: 'r',
  nbf: 'nbf',
  exp: 'exp',
  is_owner: 'o',
  user_id: 'ud',
  user_name: 'u',
  enable_screenshare: 'ss',
  start_video_off: 'vo',
  start_audio_off: 'ao',
  enable_recording: 'er',
  eject_at_token_exp: 'ejt',
  eject_after_elapsed: 'eje',
} as const satisfies Record<keyof TokenProperties, string>

const names = Object.keys(abbreviations) as (keyof TokenProperties)[]

/** The properties that Daily documents for tokens and this sandbox supports; an unknown one gets a 400. */
export const isTokenProperty = (name: string): boolean => name in abbreviations

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const sign = (unsigned: string, apiKey: string): Buffer => createHmac('sha256', apiKey).update(unsigned).digest()

export const signToken = (properties: TokenProperties, domainId: string, apiKey: string, now: number): string => {
  const claims: Record<string, unknown> = { d: domainId, iat: now }
  for (const name of names) if (properties[name] !== undefined) claims[abbreviations[name]] = properties[name]
  const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${unsigned}.${sign(unsigned, apiKey).toString('base64url')}`
}

/** The token's properties, or null when it is not a token of this domain. The caller checks the times. */
export const readToken = (token: string, domainId: string, apiKey: string): TokenProperties | null => {
  const parts = token.split('.')
  if (parts.length !== 3) return null
  const [header, payload, signature] = parts as [string, string, string]
  const expected = sign(`${header}.${payload}`, apiKey)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  try {
    const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg?: unknown }
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
    if (alg !== 'HS256' || claims['d'] !== domainId || typeof claims['iat'] !== 'number') return null
    return Object.fromEntries(
      names
        .filter((name) => claims[abbreviations[name]] !== undefined)
        .map((name) => [name, claims[abbreviations[name]]]),
    ) as TokenProperties
  } catch {
    return null
  }
}
