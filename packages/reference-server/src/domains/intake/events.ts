import { eventMaker } from '../../platform/contracts/event.ts'
import type { EventData } from '../../platform/contracts/event.ts'

type Facts = EventData['intake.submitted']
const facts = ({ appointmentId, patientId, practitionerId, version }: Facts): Facts => ({
  appointmentId,
  patientId,
  practitionerId,
  version,
})
export const intakeDraftSaved = eventMaker('intake.draft-saved', facts)
export const intakeSubmitted = eventMaker('intake.submitted', facts)
export const intakeEmergencyRaised = eventMaker('intake.emergency-raised', facts)
