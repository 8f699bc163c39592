/** Languages whose text runs from right to left, by the start of their tag. */
export const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/
