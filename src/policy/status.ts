/** How far a value of the law can be trusted; what is `assumed` is usable and listed in reports. */
export const statuses = ["confirmed", "secondary", "assumed"] as const;
export type Status = (typeof statuses)[number];
