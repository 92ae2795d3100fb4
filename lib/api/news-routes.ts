/** What is new, and what is there for robots to find, described. */
import { feedResponse } from "#lib/feed/answer";
import { mediaTypes } from "#lib/http/media-types";
import { robotsResponse, sitemapResponse } from "#lib/robots/answer";
import { badParameter, notModified, type Route, success } from "./route";

export const newsRoutes: readonly Route[] = [
	{
		path: "/feed.atom",
		method: "get",
		group: "news",
		about: "route.feed",
		answers: [success("answer.feed", mediaTypes.atom), notModified, badParameter()],
		example: "/feed.atom",
		respond: feedResponse,
	},
	{
		path: "/sitemap.xml",
		method: "get",
		group: "news",
		about: "route.sitemap",
		answers: [success("answer.sitemap", mediaTypes.xml), notModified],
		example: "/sitemap.xml",
		respond: sitemapResponse,
	},
	{
		path: "/robots.txt",
		method: "get",
		group: "news",
		about: "route.robots",
		answers: [success("answer.robots", mediaTypes.text), notModified],
		example: "/robots.txt",
		respond: robotsResponse,
	},
];
