/**
 * Whether a reviewer of emergency accesses sees all of them. Others, e.g. administrators, see only those that were not reviewed in time:
 * to them they are escalated.
 */
export const seesEveryEmergency = (permissions: readonly string[]): boolean => permissions.includes('access:review')
