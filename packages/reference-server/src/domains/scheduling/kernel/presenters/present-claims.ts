import type { components } from '@visitkit/contract'
import type { ClaimOwners } from '../model/claim-owners.ts'

type Schemas = components['schemas']

type PresentedClaims = Pick<Schemas['Hold'], 'resources' | 'additionalPractitioners'>

/** What it takes in addition to its practitioner. Absent if nothing. */
export const presentClaims = (owners: readonly string[], { resource, practitioner }: ClaimOwners): PresentedClaims => {
  const resources = owners.map(resource).filter((each) => each !== undefined)
  const additionalPractitioners = owners.map(practitioner).filter((each) => each !== undefined)
  return {
    ...(resources.length > 0 ? { resources: resources.map(({ id, kind, name }) => ({ id, kind, name })) } : {}),
    ...(additionalPractitioners.length > 0 ? { additionalPractitioners } : {}),
  }
}
