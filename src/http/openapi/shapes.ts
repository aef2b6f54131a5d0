/** Short names for what `@ApiProperty` takes, for answers. Dates are ISO 8601. */
export const text = { type: String } as const;
export const textOrNull = { type: String, nullable: true } as const;
export const date = { type: String, format: 'date' } as const;
export const dateOrNull = { ...date, nullable: true } as const;
export const instant = { type: String, format: 'date-time' } as const;
/** A whole number, of which the documentation says no more. */
export const whole = { type: 'integer' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const countOrNull = { ...count, nullable: true } as const;
export const flag = { type: Boolean } as const;
export const lines = { type: String, isArray: true } as const;
/** What the documentation does not take apart. */
export const structure = { type: 'object', additionalProperties: true } as const;
export const structures = { type: 'array', items: structure } as const;
// The documentation takes a function for a type to be made later only where it is called `type`, as a property of that name makes it.
export const list = (part: () => new () => object) => ({ type: () => part(), isArray: true }) as const;
