import { notFound } from '../../problems/problem.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const isKnownForm = (id: string): boolean => uuid.test(id)

/** `id` as the database takes it. What cannot be an id names nothing, and is answered like an id of another organization. */
export const knownId = (id: string): string => {
  if (!isKnownForm(id)) throw notFound('malformed_id')
  return id
}
