import { vocabularies } from '@visitkit/contract/vocabularies'
import type { OperationDeclaration } from './contract.ts'
import type { ProblemCode } from '../problems/problem.ts'

const common: ReadonlySet<string> = new Set(vocabularies.CommonProblemCode)

/** Whether the contract lists this code for the operation: elements have words for what it lists, and for nothing else. */
export const isDeclared = ({ problems }: OperationDeclaration, code: ProblemCode): boolean =>
  common.has(code) || problems.includes(code)
