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
     * What the request names belongs to: one patient (other patients and other organizations must not find it), one person (no other person
     * may), the organization (other organizations must not find it), or nothing.
     */
    readonly names: 'patient' | 'person' | 'organization' | 'nothing'
    /** The response to a stranger, the same as for a resource that does not exist. Default: 404 `not_found`. */
    readonly strangersGet?: { readonly status: number; readonly code?: string }
    /** The patients that the audit rows must name, when the response does not contain them. */
    readonly concerns?: readonly string[]
  }

/** Prepares a request of `person` with everything that it needs to succeed, independent of other requests. */
export type PrepareRequest<Id extends OperationId> = (
  hospital: Hospital,
  person: Person,
) => Promise<PreparedRequest<Id>> | PreparedRequest<Id>

/** One for each of these operations: a missing one does not compile. */
export type Requests<Ids extends OperationId> = { readonly [Id in Ids]: PrepareRequest<Id> }

/** A patient this person may act for: their own, or a new one with an appointment with those who treat. */
export const accessiblePatient = async (hospital: Hospital, person: Person): Promise<string> =>
  person.patientIds[0] ?? (await newPatient(hospital, person))

const newPatient = async (hospital: Hospital, person: Person): Promise<string> => {
  const { id } = await hospital.patient()
  return isClinician(person) ? hospital.treat(id) : id
}

const isClinician = ({ role }: Person): boolean => role === 'practitioner' || role === 'nurse'
