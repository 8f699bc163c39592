import { vocabularies } from '@visitkit/contract/vocabularies'
import type { OperationDeclaration } from './contract.ts'
import type { ProblemCode } from '../problems/problem.ts'

const common: ReadonlySet<string> = new Set(vocabularies.CommonProblemCode)

/** Whether the contract lists this code for the operation. Elements have texts only for listed codes. */
export const isDeclared = ({ problems }: OperationDeclaration, code: ProblemCode): boolean =>
  common.has(code) || problems.includes(code)
