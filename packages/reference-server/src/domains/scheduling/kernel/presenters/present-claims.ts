import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** Looks up what a hold or an appointment has taken. */
export interface ClaimOwners {
  readonly resource: (id: string) => Schemas['Resource'] | undefined
  readonly practitioner: (id: string) => Schemas['PractitionerSummary'] | undefined
}

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
