import type { CareRegister } from '../../care/care-register.ts'
import type { PatientsUnknown } from '../access-rows.ts'
import { accessOf, callerOf, type Exchange } from '../exchange.ts'
import type { Next, Step } from '../pipeline-step.ts'
import type { CareParts } from './resolve-care.ts'

/** Reads why the caller may see these patients. Throws `no_treatment_relationship`. Never call it inside a transaction. */
export const relateTo = async (
  exchange: Exchange,
  care: CareRegister,
  patientIds: readonly string[],
): Promise<void> => {
  const { relationships, care: at } = accessOf(exchange)
  if (at === null) throw new Error('The pipeline is out of order: `resolve-care` comes before.')
  const found = await care.requireRelationships(at.circle, callerOf(exchange), patientIds, at.now)
  for (const [id, relationship] of found) relationships.set(id, relationship)
}

/** Reads what a response needs to know of its patients. Never call it inside a transaction. */
export const readAbout = async (
  exchange: Exchange,
  care: CareRegister,
  { unrelated, unexamined }: PatientsUnknown,
): Promise<void> => {
  if (unrelated.length > 0) await relateTo(exchange, care, unrelated)
  await accessOf(exchange).withholding?.examine(unexamined)
}

const relateAndContinue = async (
  exchange: Exchange,
  care: CareRegister,
  patientIds: readonly string[],
  next: Next,
): Promise<void> => {
  await relateTo(exchange, care, patientIds)
  return next(exchange)
}

/** At reach `assigned`: requires a relationship to every patient touched so far, before the act begins. */
export const requireRelationship = ({ care }: CareParts): Step => ({
  name: 'require-relationship',
  // Not async: with a cached relationship, which is the usual case, there is nothing to wait for.
  run: (exchange, next) => {
    const open = accessOf(exchange).unrelated()
    return open.length === 0 ? next(exchange) : relateAndContinue(exchange, care, open, next)
  },
})
