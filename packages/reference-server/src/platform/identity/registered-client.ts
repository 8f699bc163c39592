import { vocabularies } from '@visitkit/contract/vocabularies'
import type { ActorRole } from '../contracts/caller.ts'

export type GrantType = 'token-exchange' | 'client_credentials' | 'refresh_token' | 'public_refresh'

/** A portal or program that may obtain sessions for its organization. */
export interface RegisteredClient {
  readonly organizationId: string
  readonly clientId: string
  /** The name in people's access log, e.g. `Lakeside patient portal`. */
  readonly name: string
  readonly grants: readonly GrantType[]
  /** Its roles when it acts for itself (client_credentials). Default: `service`. */
  readonly roles: readonly ActorRole[]
  /** Browser origins to which its sessions may be bound. */
  readonly origins: readonly string[]
  /** Its pages are on a device that several people use one after another: their sessions are short. */
  readonly isKiosk: boolean
}

/** An OpenID Connect issuer that an organization trusts for sign-in. */
export interface RegisteredIssuer {
  readonly issuer: string
  readonly jwksUri: string
  /** Required in `aud`. */
  readonly audience: string
  /** Required value of `azp`, if the token has one. */
  readonly clientId: string
}

/** Scheme and host exactly as a browser sends them in `Origin`. */
export const requireOrigin = (origin: string): void => {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new Error(
      `${origin} is not an origin: write it as https://portal.example, without a path and without a slash at the end.`,
    )
}

/** An operator's file is not typed. */
export const requireRole = (role: string): void => {
  if (!registrable.has(role))
    throw new Error(`${role} is not a role of the contract. Use one of: ${[...registrable].join(', ')}.`)
}
const registrable: ReadonlySet<string> = new Set(vocabularies.Role)
