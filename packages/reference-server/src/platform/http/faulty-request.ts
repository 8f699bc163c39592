import { Problem, type FaultyProperty } from '../problems/problem.ts'
import { areTextFaults } from './faulty-properties.ts'

const most = 50

/** Of the body: parameters have a prefix, as in `query:limit`. */
const isInBody = ({ pointer }: FaultyProperty): boolean => pointer.startsWith('/')

/**
 * The refusal of a request that does not have the form of the contract. With 422 where only what is written in texts of its body cannot be
 * accepted: a person corrects that, and a program corrects the rest.
 */
export const faultyRequest = (faults: readonly FaultyProperty[]): Problem => {
  const errors = faults.slice(0, most)
  return areTextFaults(faults) && faults.every(isInBody)
    ? new Problem(422, 'invalid_request', 'Some properties are not as they should be.', { errors })
    : malformedRequest(errors)
}

/** With 400, whatever is wrong: RFC 6749 requires it of a form. */
export const malformedRequest = (faults: readonly FaultyProperty[]): Problem =>
  new Problem(400, 'invalid_request', 'Some properties are not as they should be.', { errors: faults.slice(0, most) })
