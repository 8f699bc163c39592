import type { components } from '@visitkit/contract'
import type { FeeSchedule } from '../store/fees.ts'

export const presentFees = ({
  items,
  version,
}: FeeSchedule): { items: components['schemas']['FeeRow'][]; version: number } => ({
  items: items.map(({ usualFor, ...fee }) => ({ ...fee, ...(usualFor && { usualFor: [...usualFor] }) })),
  version,
})
