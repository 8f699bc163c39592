/** A moment as the contract writes it: RFC 3339 in UTC, whole seconds. */
export const instant = (moment: Date | number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`
