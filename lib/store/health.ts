/** Whether the database answers. */
import { store } from "./client";

export async function isReachable(): Promise<boolean> {
	return store()
		.pool.query("select 1")
		.then(
			() => true,
			() => false,
		);
}
