/** The advisory locks of the database, by what they guard. */

export const locks = {
	/** Held by one server per embedded database. */
	server: 0x0f7a0001,
	/** Shared by all processes that use the embedded server; taken alone by the one that stops it. In `postgres`. */
	presence: 0x0f7a0002,
	/** Held while migrations are applied: the key that `prisma migrate` takes, so that both exclude each other. */
	migration: 72707369,
	/** Held by the one process that publishes. */
	publishing: 0x0f7a0003,
	/**
	 * Shared by every transaction that accepts reports; taken alone for the moment in which publishing claims days. After
	 * the claim every report for a claimed day either is visible to the publisher or marks the day as due again. Taken alone
	 * to forget a host, too: a name is deleted only where no report brings it back at that moment.
	 */
	accepting: 0x0f7a0004,
} as const;
