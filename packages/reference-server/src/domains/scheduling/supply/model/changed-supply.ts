import type { components } from '@visitkit/contract'
import type { Availability, ClosedTimes } from '../../kernel/model/availability.ts'
import type { PractitionerFacts } from '../../kernel/model/practitioner.ts'
import type { Supply } from '../../kernel/model/support.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'

type Resource = components['schemas']['Resource']

const changed = (supply: Supply, change: Partial<Supply>): Supply => ({
  availability: (id) => supply.availability(id),
  closures: supply.closures,
  practitioner: (id) => supply.practitioner(id),
  resource: (id) => supply.resource(id),
  visitType: (id) => supply.visitType(id),
  ...change,
})

/** The supply as it would be with another availability of one practitioner. */
export const withAvailability = (supply: Supply, practitionerId: string, availability: Availability): Supply =>
  changed(supply, { availability: (id) => (id === practitionerId ? availability : supply.availability(id)) })

export const withClosures = (supply: Supply, closures: ClosedTimes): Supply => changed(supply, { closures })

export const withPractitioner = (supply: Supply, practitioner: PractitionerFacts): Supply =>
  changed(supply, { practitioner: (id) => (id === practitioner.id ? practitioner : supply.practitioner(id)) })

export const withResource = (supply: Supply, resource: Resource): Supply => {
  const { id, zone, weekly } = resource
  const hours = withAvailability(supply, id, { zone, weekly, exceptions: [], timeOff: [] })
  return changed(hours, { resource: (asked) => (asked === id ? resource : supply.resource(asked)) })
}

export const withVisitType = (supply: Supply, type: VisitShape): Supply =>
  changed(supply, { visitType: (id) => (id === type.id ? type : supply.visitType(id)) })
