import type {
  Body,
  OperationId,
  Path,
  Query,
} from '../../packages/reference-server/src/platform/contracts/operation.ts'
import type { Hospital, Person } from '../hospital/create-hospital.ts'

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [Key in Name]?: undefined }
  : [Value] extends [never]
    ? { readonly [Key in Name]?: undefined }
    : Record<never, never> extends Value
      ? { readonly [Key in Name]?: Value }
      : { readonly [Key in Name]: Value }

/** A request that the server must grant to the person for whom it was prepared. */
export type PreparedRequest<Id extends OperationId> = Part<'path', Path<Id>> &
  Part<'query', Query<Id>> &
  Part<'body', Body<Id>> & {
    readonly headers?: Readonly<Record<string, string>>
    /**
     * Whose it is what the request names: one patient's (other patients, and everyone elsewhere, must not find it), one person's
     * (nobody else may), the organization's (everyone elsewhere must not), or nothing of anyone.
     */
    readonly names: 'patient' | 'person' | 'organization' | 'nothing'
    /** What a stranger is answered, the same as about what does not exist. Default: 404 `not_found`. */
    readonly strangersGet?: { readonly status: number; readonly code?: string }
    /** The patients whom the audit rows must name, where the answer does not show them. */
    readonly concerns?: readonly string[]
  }

/** Prepares a request of `person`, with everything that must be there for it to succeed, and nothing used up by another one. */
export type PrepareRequest<Id extends OperationId> = (
  hospital: Hospital,
  person: Person,
) => Promise<PreparedRequest<Id>> | PreparedRequest<Id>

/** One for every operation of these: a missing one does not compile. */
export type Requests<Ids extends OperationId> = { readonly [Id in Ids]: PrepareRequest<Id> }

/** A patient this person may act for: their own, or someone new with an appointment with those who treat. */
export const accessiblePatient = async (hospital: Hospital, person: Person): Promise<string> =>
  person.patientIds[0] ?? (await newPatient(hospital, person))

const newPatient = async (hospital: Hospital, person: Person): Promise<string> => {
  const { id } = await hospital.patient()
  return isClinician(person) ? hospital.treat(id) : id
}

const isClinician = ({ role }: Person): boolean => role === 'practitioner' || role === 'nurse'
