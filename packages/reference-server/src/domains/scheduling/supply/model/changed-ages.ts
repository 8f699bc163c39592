import type { VisitShape } from '../../kernel/model/visit-type.ts'

type Aged = Pick<VisitShape, 'ages'>

const anyAge = { from: -Infinity, to: Infinity }

export const haveAgesChanged = ({ ages: before = anyAge }: Aged, { ages: after = anyAge }: Aged): boolean =>
  before.from !== after.from || before.to !== after.to

/** Whether a patient could be of the ages before and not of those after. */
export const excludesMore = ({ ages: before = anyAge }: Aged, { ages: after = anyAge }: Aged): boolean =>
  after.from > before.from || after.to < before.to
