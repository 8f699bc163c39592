import { decodeJwt } from 'jose'
import { Problem } from '../problems/problem.ts'
import type { ClientRegistry } from './client-registry.ts'

/** A deployment in another region. */
export interface OtherRegion {
  readonly region: string
  /** The base URL of its deployment, which is also the issuer of its tokens. */
  readonly url: string
}

/** Refuses, with the address of the right deployment, what is for an organization of another region (RFC 9110, 15.5.20). */
export interface Regions {
  requireOrganization(organizationId: string): void
  requireClient(clientId: string): void
  /** An access token that is not of this deployment. What it says is not verified, and only an address of the settings is answered. */
  requireIssuer(token: string): void
}

export const wrongRegion = (baseUrl: string | undefined): Problem =>
  new Problem(
    421,
    'wrong_region',
    baseUrl === undefined
      ? 'This organization is served in another region. Ask the operator of this server for the address.'
      : 'This organization is served in another region, at the address in baseUrl. Send the request there.',
    baseUrl === undefined ? {} : { baseUrl },
  )

export const createRegions = (
  others: readonly OtherRegion[],
  clients: Pick<ClientRegistry, 'regionOfOrganization' | 'regionOfClient'>,
): Regions => {
  const urls = new Map(others.map(({ region, url }) => [region, url]))
  const issuers = new Set(urls.values())
  const requireHere = (region: string | null): void => {
    if (region !== null) throw wrongRegion(urls.get(region))
  }
  return {
    requireOrganization: (organizationId) => requireHere(clients.regionOfOrganization(organizationId)),
    requireClient: (clientId) => requireHere(clients.regionOfClient(clientId)),
    requireIssuer: (token) => {
      if (issuers.size === 0) return
      const issuer = issuerOf(token)
      if (issuer !== null && issuers.has(issuer)) throw wrongRegion(issuer)
    },
  }
}

const issuerOf = (token: string): string | null => {
  try {
    const { iss } = decodeJwt(token)
    return typeof iss === 'string' ? iss : null
  } catch {
    return null
  }
}
