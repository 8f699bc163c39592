import { assumeCaller, externalCaller } from '../assume-caller.ts'
import { operation } from '../../contracts/operation.ts'
import type { OperationInput, OperationResult } from '../../contracts/operation.ts'
import type { RateLimiter } from '../../rates/rate-limiter.ts'
import { tooManyRequests } from '../../rates/too-many-requests.ts'
import type { ReadContext } from '../../contracts/context.ts'
import { basicCredentials } from '../basic-credentials.ts'
import type { ClientRegistry } from '../client-registry.ts'
import type { GrantType, RegisteredClient } from '../registered-client.ts'
import {
  invalidClient,
  invitationInSession,
  malformed,
  unauthorizedClient,
  unregisteredOrigin,
  unsupportedGrant,
} from '../grant-problems.ts'
import type { RefreshTokens } from '../refresh-tokens.ts'
import type { CheckUnproven } from '../unproven-queue.ts'
import type { IssuedTokens } from '../issue-tokens.ts'
import type { Regions } from '../regions.ts'
import type { RefusedProofs } from '../refused-proofs.ts'
import type { SessionGrants } from '../session-grants.ts'
import { Problem } from '../../problems/problem.ts'
import type { ProblemCode } from '../../problems/problem.ts'

export interface ExchangeTokenParts {
  readonly clients: ClientRegistry
  readonly grants: SessionGrants
  readonly refreshTokens: RefreshTokens
  /** A queue of its own: a look-up may wait for a check of a secret. */
  readonly lookUpUnproven: CheckUnproven
  readonly limiter: RateLimiter
  readonly refusedProofs: RefusedProofs
  readonly regions: Pick<Regions, 'requireClient'>
}

type Input = OperationInput<'exchangeToken'>

/**
 * Authenticates the client by its secret. A browser that refreshes by itself only names the client: the refresh token and the origin are
 * then the proof.
 */
const authenticate = async (
  {
    clients,
    limiter,
    refusedProofs,
    regions,
  }: Pick<ExchangeTokenParts, 'clients' | 'limiter' | 'refusedProofs' | 'regions'>,
  { body, headers, address = '' }: Input,
  context: ReadContext,
): Promise<{ client: RegisteredClient; isPublic: boolean; reading: ReadContext }> => {
  const given = basicCredentials(headers['authorization'])
  if (given === null) {
    if (body.grant_type !== 'refresh_token' || body.client_id === undefined) throw invalidClient('no credentials')
    regions.requireClient(body.client_id)
    const client = await clients.find(body.client_id)
    if (client === null) throw invalidClient('unknown client')
    return {
      client,
      isPublic: true,
      reading: assumeCaller(context, externalCaller(client.organizationId, client.clientId)),
    }
  }
  regions.requireClient(given.clientId)
  const { client, isProven } = await clients.authenticate(given.clientId, given.secret, context.now, address)
  if (client === null) throw invalidClient('unknown client')
  // Assumed before the refusal, so that the refusal is in the organization's ledger.
  const assumed = assumeCaller(context, externalCaller(client.organizationId, client.clientId))
  if (!isProven) {
    refusedProofs.count(client, context.now)
    throw invalidClient('wrong secret')
  }
  const wait = limiter.take(`client/${client.clientId}`, 'token', context.now.getTime())
  if (wait > 0) throw tooManyRequests(wait)
  return { client, isPublic: false, reading: assumed }
}

const requireGrant = (client: RegisteredClient, grant: GrantType, isPublic = false): void => {
  if (!client.grants.includes(grant))
    throw unauthorizedClient(`${grant} is not registered`, { provesNothing: isPublic })
}

/** A session is valid at one origin. A portal with a single origin need not name it. */
const originFor = (client: RegisteredClient, asked: string | undefined): string | null => {
  const origin = asked ?? (client.origins.length === 1 ? client.origins[0] : undefined)
  if (origin === undefined) {
    if (client.origins.length === 0) return null
    throw malformed('/origin', 'Name the portal origin: the client has registered several.')
  }
  if (!client.origins.includes(origin)) throw unregisteredOrigin()
  return origin
}

/** Refusals of a proof that a person brought. A session that has ended is none of them: everybody has such a page open. */
const refusedPersons: ReadonlySet<ProblemCode> = new Set([
  'invalid_grant',
  'unknown_issuer',
  'token_used',
  'unknown_invitation',
])

const isRefusedProof = (error: unknown, grant: Input['body']['grant_type']): boolean =>
  error instanceof Problem && (error.provesNothing || (grant !== 'refresh_token' && refusedPersons.has(error.code)))

/**
 * RFC 8693 token exchange, the code of a guest, client credentials and refresh. A `read` for the pipeline, because the request has no organization until the
 * client is authenticated. Each grant runs its own transaction, with its audit row.
 */
export const exchangeToken = (parts: ExchangeTokenParts) => {
  const { grants, refreshTokens, lookUpUnproven, refusedProofs } = parts
  const issue = async (
    { body, headers }: Input,
    { client, isPublic, reading: context }: Awaited<ReturnType<typeof authenticate>>,
  ): Promise<IssuedTokens> => {
    const browserOrigin = headers['origin']
    switch (body.grant_type) {
      case 'urn:ietf:params:oauth:grant-type:token-exchange':
        requireGrant(client, 'token-exchange')
        if (body.subject_token === undefined) throw malformed('/subject_token', 'This property is required.')
        if (body.subject_token_type === undefined) throw malformed('/subject_token_type', 'This property is required.')
        if (body.invitation !== undefined && body.session_id !== undefined) throw invitationInSession()
        return grants.exchange(context, client, body.subject_token, {
          origin: originFor(client, body.origin),
          confirms: body.session_id ?? null,
          invitation: body.invitation ?? null,
        })
      case 'urn:visitkit:params:oauth:grant-type:guest':
        // A portal that may exchange the proof of a person may bring a guest.
        requireGrant(client, 'token-exchange')
        if (body.invitation === undefined) throw malformed('/invitation', 'This property is required.')
        if (body.guest_name === undefined) throw malformed('/guest_name', 'This property is required.')
        return grants.forGuest(context, client, {
          secret: body.invitation,
          name: body.guest_name,
          origin: originFor(client, body.origin),
        })
      case 'client_credentials':
        requireGrant(client, 'client_credentials')
        return grants.forClient(context, client)
      case 'refresh_token':
        requireGrant(client, isPublic ? 'public_refresh' : 'refresh_token', isPublic)
        if (body.refresh_token === undefined) throw malformed('/refresh_token', 'This property is required.')
        return grants.refresh(context, client, body.refresh_token, { browserOrigin, isPublic })
      default:
        throw unsupportedGrant()
    }
  }
  const respond = async (input: Input, anonymous: ReadContext): Promise<OperationResult<'exchangeToken'>> => {
    const authenticated = await authenticate(parts, input, anonymous)
    try {
      const body = await issue(input, authenticated)
      return { status: 200, headers: { pragma: 'no-cache' }, body }
    } catch (error) {
      if (isRefusedProof(error, input.body.grant_type)) refusedProofs.count(authenticated.client, anonymous.now)
      throw error
    }
  }
  return operation()('exchangeToken', {
    // A refresh token that is not ours is not looked up before it is its address' turn. It may be from before a rotation of the key.
    read: (input, _gathered, anonymous) => {
      const { refresh_token: refreshToken, client_id: clientId } = input.body
      return refreshToken === undefined || refreshTokens.isOurs(refreshToken)
        ? respond(input, anonymous)
        : lookUpUnproven(input.address ?? '', `refresh/${clientId ?? ''}`, () => respond(input, anonymous))
    },
  })
}
