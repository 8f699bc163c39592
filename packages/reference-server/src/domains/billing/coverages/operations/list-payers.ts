import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { listPayers as readPayers } from '../../kernel/store/payers.ts'
import { presentPayer } from '../presenters/present-coverage.ts'

export const listPayers = operation<BillingContext>()('listPayers', {
  read: async (_, __, { db }) => ({ status: 200, body: { items: (await readPayers(db)).map(presentPayer) } }),
})
