/** One line of the grammar of processor names: what a model looks like when trade marks and the like are taken off. */
export interface CpuFamily {
	shape: RegExp;
	/** From the groups of the shape; an absent group is empty. */
	label: (...parts: string[]) => string;
}

export const words = (...parts: string[]) => parts.filter((part) => part !== "").join(" ");

export const is = (shape: RegExp, label: CpuFamily["label"]): CpuFamily => ({ shape, label });
/** What the shape catches is the model, with the case it has. */
export const bare = (shape: RegExp) => is(shape, (name) => name);
