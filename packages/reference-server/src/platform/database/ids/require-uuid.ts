import { notFound } from '../../problems/problem.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const isUuid = (id: string): boolean => uuid.test(id)

/** Returns `id` if it is a UUID. Any other value identifies nothing, and gets the same response as an id of another organization. */
export const requireUuid = (id: string): string => {
  if (!isUuid(id)) throw notFound('malformed_id')
  return id
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** The id of a person, to compare with stored ids. A client that signs in for itself is no person: nothing is assigned to it. */
export const personUuidOf = ({ personId }: { readonly personId: string }): string =>
  isUuid(personId) ? personId : nobody
