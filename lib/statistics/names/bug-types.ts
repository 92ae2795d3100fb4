/** Kinds of entries in bug trackers, by their names there. Each language has its own word for them. */
export const bugTypes = { bug: null, improvement: null, "new-feature": null, task: null } as const;
